/** What config/taro-spoken.js leaves out of a view's templates: in WeChat it would do nothing, and say nothing. */
export const droppedInTemplates = [
  {
    selector:
      'JSXOpeningElement[name.name="View"] > JSXAttribute[name.name=/^(animation|hoverSt|on(Touch|Long|Animation|Transition))/]',
    message: 'The templates of the mini program do not name this of a View: see config/taro-spoken.js.',
  },
]
