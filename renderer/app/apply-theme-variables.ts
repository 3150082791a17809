import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import { theme } from './theme.ts';

/**
 * Gives the document the theme's variables as a constructed style sheet. The kit would write a `<style>` element,
 * which the content policy (`default-src 'self'`) refuses.
 */
export function applyThemeVariables(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
