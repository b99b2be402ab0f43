using './main.bicep'

// For azd, which sets these variables from its environment: azd env set NETWORKING privateData.
param name = 'campaigns'
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param networking = readEnvironmentVariable('NETWORKING', 'public')
param tags = {
  'azd-env-name': readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
}
param accessFirstKey = readEnvironmentVariable('ACCESS_FIRST_KEY', '')
param privacyWrappingKey = readEnvironmentVariable('PRIVACY_WRAPPING_KEY', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
