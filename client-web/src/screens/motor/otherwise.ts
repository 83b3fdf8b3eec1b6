// The three ways of touching otherwise, in one file of their own: only those who use one download it.
export { default as Resting } from './Resting.svelte';
export { default as Scanning } from './Scanning.svelte';
export { filter_touches } from './touch_filter';
