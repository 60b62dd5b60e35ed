import { App } from 'aws-cdk-lib'
import { RelightStack } from './relight-stack.ts'

const app = new App()
new RelightStack(app, 'Relight')
