import './endless.ts';
