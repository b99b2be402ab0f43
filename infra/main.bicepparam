using './main.bicep'

// For azd, which sets these variables from its environment: azd env set NETWORKING privateData.
param name = 'campaigns'
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param networking = readEnvironmentVariable('NETWORKING', 'public')
param tags = {
  'azd-env-name': readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
}
param alertEmails = empty(readEnvironmentVariable('ALERT_EMAIL', '')) ? [] : [
  readEnvironmentVariable('ALERT_EMAIL', '')
]
param accessFirstKey = readEnvironmentVariable('ACCESS_FIRST_KEY', '')
param privacyWrappingKey = readEnvironmentVariable('PRIVACY_WRAPPING_KEY', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param customDomainCertificate = readEnvironmentVariable('CUSTOM_DOMAIN_CERTIFICATE', '')
param moreSettings = json(empty(readEnvironmentVariable('MORE_SETTINGS', '')) ? '{}' : readEnvironmentVariable('MORE_SETTINGS', ''))
