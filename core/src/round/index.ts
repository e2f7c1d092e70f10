export { closingFor, DECLARING, type GrantedExtension, isOpen, STEPS, type Step, type StepTimes } from './steps.ts';
