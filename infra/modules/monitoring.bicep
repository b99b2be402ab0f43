metadata description = 'Log Analytics and Application Insights. Keys are off: who sends telemetry needs a role.'

@description('The name of the workspace.')
param workspaceName string

@description('The name of the Application Insights component.')
param componentName string

@description('The Azure region.')
param location string

@description('Tags of both.')
param tags object

@description('For how many days logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('How many gigabytes of logs a day are taken at most; -1 for no limit. What comes after the limit is lost, alerts among it.')
param dailyCapGigabytes int

@description('Whether logs are taken and read on public addresses.')
param isPublic bool

@description('Whether a lock keeps the workspace from being deleted.')
param isLocked bool

var access = isPublic ? 'Enabled' : 'Disabled'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGigabytes
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    publicNetworkAccessForIngestion: access
    publicNetworkAccessForQuery: access
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: componentName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
    publicNetworkAccessForIngestion: access
    publicNetworkAccessForQuery: access
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-itself'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'do-not-delete'
  scope: workspace
  properties: {
    level: 'CanNotDelete'
    notes: 'What happened, and who read the vault, is told here.'
  }
}

@description('The resource id of the workspace.')
output workspaceId string = workspace.id

@description('The name of the workspace.')
output workspaceName string = workspace.name

@description('The resource id of the Application Insights component.')
output componentId string = component.id

@description('The name of the Application Insights component.')
output componentName string = component.name

@description('Where telemetry goes. It names the component and opens nothing: local authentication is off.')
output connectionString string = component.properties.ConnectionString
