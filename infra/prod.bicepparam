using './main.bicep'

param name = 'campaigns'
param environmentName = 'prod'
param networking = 'privateData'
// Copies in three zones and in the paired region.
param storageRedundancy = 'Standard_GZRS'
param softDeleteDays = 14
// What a person waits for: the API and posts that are due.
param alwaysReady = [
  {
    name: 'http'
    instanceCount: 1
  }
  {
    name: 'function:PublishDelivery'
    instanceCount: 1
  }
]
param locks = true
param logRetentionDays = 365
param alertEmails = empty(readEnvironmentVariable('ALERT_EMAIL', '')) ? [] : [
  readEnvironmentVariable('ALERT_EMAIL', '')
]
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param customDomainCertificate = readEnvironmentVariable('CUSTOM_DOMAIN_CERTIFICATE', '')
// Every deployment sets all app settings anew: those of your accounts have to come with it.
param moreSettings = json(empty(readEnvironmentVariable('MORE_SETTINGS', '')) ? '{}' : readEnvironmentVariable('MORE_SETTINGS', ''))
