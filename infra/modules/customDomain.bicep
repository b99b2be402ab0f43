metadata description = 'A domain of your own with a certificate from a key vault. Flex Consumption has no managed certificates.'

@description('The name of the function app.')
param appName string

@description('The resource id of its plan.')
param planId string

@description('The Azure region.')
param location string

@description('Tags of the certificate.')
param tags object

@description('The domain, such as campaigns.example.nhs.uk.')
param domain string

@description('The resource id of the vault that holds the certificate.')
param vaultId string

@description('The name of the certificate in that vault.')
param certificateName string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource certificate 'Microsoft.Web/certificates@2025-03-01' = {
  name: '${appName}-${certificateName}'
  location: location
  tags: tags
  properties: {
    serverFarmId: planId
    keyVaultId: vaultId
    keyVaultSecretName: certificateName
  }
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2025-03-01' = {
  parent: app
  name: domain
  properties: {
    siteName: appName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'SniEnabled'
    thumbprint: certificate.properties.thumbprint
  }
}

@description('The address of the app on its own domain.')
output address string = 'https://${binding.name}'
