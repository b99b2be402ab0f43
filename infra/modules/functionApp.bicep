metadata description = 'The function app on Flex Consumption: no key, no slot, everything by the one identity.'

@description('The name of the app, globally unique.')
param name string

@description('The name of the plan.')
param planName string

@description('The Azure region.')
param location string

@description('Tags of the app and its plan; azd-service-name tells azd what to deploy here.')
param tags object

@description('The resource id of the identity that the app acts as.')
param identityId string

@description('The address of the blob container that holds the deployed package.')
param packageAddress string

@description('The app settings, all of them.')
param settings object

@description('The memory of an instance in megabytes.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('How many instances each function group may have at most: HTTP is a group, every queue and every timer is one of its own.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that are always ready, by group: http, or function:<name>.')
param alwaysReady array

@description('The subnet that the app sends its traffic through; empty for none.')
param subnetId string

@description('Whether the app answers on its public address.')
param isPublic bool

@description('Whether a lock keeps the app from being deleted.')
param isLocked bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageAddress
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: alwaysReady
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

// Packages are deployed with an Entra token, never with a publishing password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        // What functions log goes to Application Insights; this is who signed in.
        category: 'AppServiceAuthenticationLogs'
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
  scope: app
  properties: {
    level: 'CanNotDelete'
    notes: 'What is due goes out from here.'
  }
}

@description('The resource id of the app.')
output id string = app.id

@description('The name of the app.')
output name string = app.name

@description('The resource id of the plan.')
output planId string = plan.id

@description('The host name that Azure gave the app.')
output hostName string = app.properties.defaultHostName

@description('What the TXT record asuid.<domain> must say before a domain of your own is bound.')
output domainVerification string = app.properties.customDomainVerificationId
