using './main.bicep'

// The least that it takes: public addresses, one copy of the data, no locks.
param name = 'campaigns'
param environmentName = 'dev'
param networking = 'public'
param storageRedundancy = 'Standard_LRS'
param softDeleteDays = 7
param useLanguage = false
param logRetentionDays = 30
param logDailyCapGigabytes = 1
param alertEmails = empty(readEnvironmentVariable('ALERT_EMAIL', '')) ? [] : [
  readEnvironmentVariable('ALERT_EMAIL', '')
]
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param customDomainCertificate = readEnvironmentVariable('CUSTOM_DOMAIN_CERTIFICATE', '')
// Every deployment sets all app settings anew: those of your accounts have to come with it.
param moreSettings = json(empty(readEnvironmentVariable('MORE_SETTINGS', '')) ? '{}' : readEnvironmentVariable('MORE_SETTINGS', ''))
