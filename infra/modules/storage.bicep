metadata description = 'The storage account: tables, queues and blob containers from lists, no shared keys, what is deleted comes back for a while.'

@description('The name of the account, globally unique.')
@minLength(3)
@maxLength(24)
param name string

@description('The Azure region.')
param location string

@description('Tags of the account.')
param tags object

@description('How often and where the data is copied, of what main.bicep allows.')
param redundancy string

@description('The tables of the engine.')
param tables string[]

@description('The queues of the engine. The host makes each <queue>-poison when it first needs it.')
param queues string[]

@description('The blob containers of the engine and of the Functions host.')
param containers string[]

@description('For how many days deleted blobs, containers and earlier versions can be brought back.')
@minValue(1)
@maxValue(14)
param softDeleteDays int

@description('Whether the account answers on its public address.')
param isPublic bool

@description('Whether a lock keeps the account from being deleted.')
param isLocked bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPublic ? 'Allow' : 'Deny'
    }
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource containerResources 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [for container in containers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource queueResources 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = [for queue in queues: {
  parent: queueService
  name: queue
}]

resource tableResources 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [for table in tables: {
  parent: tableService
  name: table
}]

// Versions are kept as long as what is deleted; without the rule they would be kept, and paid for, for ever.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  dependsOn: [
    blobService
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'end-earlier-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: softDeleteDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

// Reads and writes of queues and tables are metrics only: a log line for each would cost more than the transaction itself.
var transactions = [
  {
    category: 'Transaction'
    enabled: true
  }
]

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: transactions
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    metrics: transactions
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    metrics: transactions
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'do-not-delete'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Campaigns, their figures and the publication ledger rest here.'
  }
}

@description('The resource id of the account.')
output id string = account.id

@description('The name of the account.')
output name string = account.name

@description('The address of the blob service, with a slash at its end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('The address of the queue service, with a slash at its end.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('The address of the table service, with a slash at its end.')
output tableEndpoint string = account.properties.primaryEndpoints.table
