metadata description = 'What makes telemetry travel privately: a scope that holds the workspace and the component, for a private endpoint to lead to.'

@description('The name of the scope.')
param name string

@description('Tags of the scope.')
param tags object

@description('The resource id of the workspace.')
param workspaceId string

@description('The resource id of the Application Insights component.')
param componentId string

resource scope 'Microsoft.Insights/privateLinkScopes@2021-07-01-preview' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    accessModeSettings: {
      ingestionAccessMode: 'PrivateOnly'
      queryAccessMode: 'PrivateOnly'
    }
  }
}

resource workspace 'Microsoft.Insights/privateLinkScopes/scopedResources@2021-07-01-preview' = {
  parent: scope
  name: 'workspace'
  properties: {
    linkedResourceId: workspaceId
  }
}

resource component 'Microsoft.Insights/privateLinkScopes/scopedResources@2021-07-01-preview' = {
  parent: scope
  name: 'component'
  dependsOn: [
    workspace
  ]
  properties: {
    linkedResourceId: componentId
  }
}

@description('The resource id of the scope.')
output id string = scope.id
