metadata description = 'The key vault: roles instead of access policies, nothing can be purged. Secrets are written on the first deployment and never read back.'

@description('The name of the vault, globally unique.')
@minLength(3)
@maxLength(24)
param name string

@description('The Azure region.')
param location string

@description('Tags of the vault.')
param tags object

@description('Whether the vault answers on its public address.')
param isPublic bool

@description('Whether a lock keeps the vault from being deleted.')
param isLocked bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

@description('The name of the secret with the first manager\'s access key.')
param firstKeyName string

@description('The first manager\'s access key; empty leaves the secret as it is.')
@secure()
param firstKey string

@description('The name of the secret with the key that wraps campaigns\' data keys.')
param wrappingKeyName string

@description('The key that wraps campaigns\' data keys, 32 bytes in base64; empty leaves the secret as it is.')
@secure()
param wrappingKey string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPublic ? 'Allow' : 'Deny'
    }
  }
}

resource firstKeySecret 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = if (!empty(firstKey)) {
  parent: vault
  name: firstKeyName
  properties: {
    value: firstKey
    contentType: 'Access key of the first manager'
  }
}

resource wrappingKeySecret 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = if (!empty(wrappingKey)) {
  parent: vault
  name: wrappingKeyName
  properties: {
    value: wrappingKey
    contentType: 'Wraps the data key of every campaign'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  // Without a destination type of its own the audit goes to AzureDiagnostics, where an alert looks for secrets that end.
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
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
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the wrapping key no campaign can be counted on.'
  }
}

@description('The resource id of the vault.')
output id string = vault.id

@description('The name of the vault.')
output name string = vault.name

@description('The address of the vault, with a slash at its end.')
output uri string = vault.properties.vaultUri
