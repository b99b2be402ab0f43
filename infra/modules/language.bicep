metadata description = 'Azure AI Language for what texts feel. Keys are off: the app signs in with its identity, which needs the subdomain.'

@description('The name of the account and its subdomain, globally unique.')
param name string

@description('The Azure region.')
param location string

@description('Tags of the account.')
param tags object

@description('Whether the account answers on its public address.')
param isPublic bool

@description('Whether a lock keeps the account from being deleted.')
param isLocked bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource account 'Microsoft.CognitiveServices/accounts@2026-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: {
    name: 'S'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: isPublic ? 'Allow' : 'Deny'
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'Audit'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'do-not-delete'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Texts wait seven days for it, then they are lost to the analysis.'
  }
}

@description('The resource id of the account.')
output id string = account.id

@description('The name of the account.')
output name string = account.name

@description('The address of the account.')
output endpoint string = account.properties.endpoint
