metadata name = 'Campaigns'
metadata description = 'Everything that the engine stands on, in one resource group: az deployment group create --resource-group <group> --parameters infra/prod.bicepparam'

targetScope = 'resourceGroup'

@description('A short name, lower case, that every resource carries: letters, digits and hyphens.')
@minLength(3)
@maxLength(16)
param name string

@description('Which one this is, such as dev or prod. It stands in names and tags.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('The Azure region. Texts are analysed and data rests there.')
param location string = 'uksouth'

@description('Further tags of every resource.')
param tags object = {}

@description('Who can reach what. public: every service on its public address, by identity alone. privateData: storage, vault and Language on private endpoints, the app public; recommended. private: nothing public.')
@allowed([
  'public'
  'privateData'
  'private'
])
param networking string = 'privateData'

@description('The address range of the virtual network, a /24 or larger that nothing of yours uses.')
param addressPrefix string = '10.40.0.0/24'

@description('How often and where the data is copied.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_RAGRS'
  'Standard_GZRS'
  'Standard_RAGZRS'
])
param storageRedundancy string = 'Standard_ZRS'

@description('For how many days deleted blobs and their earlier versions can be brought back. A backup that was removed lives on for so long, and with it whoever was erased since: docs/privacy.md counts it.')
@minValue(1)
@maxValue(14)
param softDeleteDays int = 14

@description('When to look whether tonight\'s backup is to be begun or to go on, in UTC: a cron expression of six fields. A larger account needs more hours.')
param backupSchedule string = '20 */5 1-4 * * *'

@description('The memory of an instance in megabytes.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('How many instances each function group may have at most. HTTP, every queue and every timer is a group of its own, so the app may have several times as many.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that are always ready, and paid for, by group: http, or function:<name>.')
param alwaysReady array = []

@description('Whether to have texts analysed by Azure AI Language; without it the engine analyses them itself.')
param useLanguage bool = true

@description('What the Language service charges for a thousand text records, such as 0.75; empty where no campaign has a budget in money.')
param languagePricePerThousandRecords string = ''

@description('What that price is in, three letters such as GBP.')
@minLength(3)
@maxLength(3)
param languagePriceCurrency string = 'GBP'

@description('The first manager\'s access key, 32 random bytes. Give it on the first deployment alone: empty leaves it as it is.')
@secure()
param accessFirstKey string = ''

@description('The key that wraps campaigns\' data keys, 32 random bytes in base64. Give it on the first deployment alone, and never another: empty leaves it as it is.')
@secure()
param privacyWrappingKey string = ''

@description('The client id of the app registration for signing in with Entra; empty for access keys alone.')
param entraClientId string = ''

@description('True lets nobody without an Entra token as far as the engine, and access keys open nothing. False takes both.')
param entraRequired bool = false

@description('A domain of your own, such as campaigns.example.nhs.uk; empty for the one that Azure gives.')
param customDomain string = ''

@description('The name of that domain\'s certificate in the vault; with a domain it must be given.')
param customDomainCertificate string = ''

@description('Web pages elsewhere that may call the API from a browser, as origins such as https://board.example.org.')
param allowedOrigins string[] = []

@description('Whether this deployment may give roles. False lists in the output rolesToAssign what an administrator has to run.')
param assignRoles bool = true

@description('Whether locks keep storage, vault, Language, logs and the app from being deleted.')
param locks bool = false

@description('Who gets a mail when an alert fires. Empty, nobody does: the parameter files read the variable ALERT_EMAIL.')
param alertEmails string[] = []

@description('For how many days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('How many gigabytes of logs a day are taken at most; -1 for no limit. What comes after the limit is lost, alerts among it.')
param logDailyCapGigabytes int = -1

@description('Further app settings, such as Bluesky__Accounts__0__Handle: those of the README that this template does not set. A secret is a Key Vault reference.')
param moreSettings object = {}

var fullName = '${name}-${environmentName}'
var token = take(uniqueString(resourceGroup().id, fullName), 8)
var allTags = union(tags, {
  application: 'campaigns'
  environment: environmentName
})

// The code reads these names from its settings, below, and makes nothing that is not listed here.
var queues = {
  deliveries: 'deliveries'
  erasures: 'erasures'
  mentions: 'mentions'
  rollUps: 'roll-ups'
  searches: 'searches'
  texts: 'texts'
  webhooks: 'webhooks'
}

var tables = [
  'AccessKeys'
  'Audit'
  'Campaigns'
  'Cells'
  'Coverage'
  'Due'
  'Engine'
  'Erasures'
  'Insight'
  'Posts'
  'Reported'
  'Summaries'
  'Supporters'
  'Webhooks'
]

// The nightly copies of the tables; the package of the app; then what the Functions host keeps: the locks and last runs of timers, and its keys.
var containers = {
  backups: 'backups'
  package: 'deployments'
  hostState: 'azure-webjobs-hosts'
  hostKeys: 'azure-webjobs-secrets'
}

var secrets = {
  firstKey: 'access-first-key'
  wrappingKey: 'privacy-wrapping-key'
}

var isDataPublic = networking == 'public'
var isAppPublic = networking != 'private'

var dataZones = isDataPublic ? [] : [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
  'privatelink.cognitiveservices.azure.com'
]

var monitorZones = [
  'privatelink.monitor.azure.com'
  'privatelink.oms.opinsights.azure.com'
  'privatelink.ods.opinsights.azure.com'
  'privatelink.agentsvc.azure-automation.net'
  'privatelink.blob.${environment().suffixes.storage}'
]

var appZones = isAppPublic ? [] : concat(['privatelink.azurewebsites.net'], take(monitorZones, 4))

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${fullName}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-${fullName}'
    componentName: 'appi-${fullName}'
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyCapGigabytes: logDailyCapGigabytes
    isPublic: isAppPublic
    isLocked: locks
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'stor${token}${take(replace(fullName, '-', ''), 12)}'
    location: location
    tags: allTags
    redundancy: storageRedundancy
    tables: tables
    queues: map(items(queues), queue => queue.value)
    containers: map(items(containers), container => container.value)
    softDeleteDays: softDeleteDays
    isPublic: isDataPublic
    isLocked: locks
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${take(replace(fullName, '-', ''), 12)}-${token}'
    location: location
    tags: allTags
    isPublic: isDataPublic
    isLocked: locks
    workspaceId: monitoring.outputs.workspaceId
    firstKeyName: secrets.firstKey
    firstKey: accessFirstKey
    wrappingKeyName: secrets.wrappingKey
    wrappingKey: privacyWrappingKey
  }
}

module language 'modules/language.bicep' = if (useLanguage) {
  name: 'language'
  params: {
    name: 'lang-${fullName}-${token}'
    location: location
    tags: allTags
    isPublic: isDataPublic
    isLocked: locks
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    assign: assignRoles
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    componentName: monitoring.outputs.componentName
    languageName: useLanguage ? language!.outputs.name : ''
  }
}

module network 'modules/network.bicep' = if (!isDataPublic) {
  name: 'network'
  params: {
    name: 'vnet-${fullName}'
    location: location
    tags: allTags
    addressPrefix: addressPrefix
    zoneNames: concat(dataZones, appZones)
  }
}

module dataEndpoints 'modules/privateEndpoints.bicep' = if (!isDataPublic) {
  name: 'data-endpoints'
  params: {
    prefix: 'pe-${fullName}'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    targets: concat([
      {
        group: 'blob'
        id: storage.outputs.id
        zones: [
          'privatelink.blob.${environment().suffixes.storage}'
        ]
      }
      {
        group: 'queue'
        id: storage.outputs.id
        zones: [
          'privatelink.queue.${environment().suffixes.storage}'
        ]
      }
      {
        group: 'table'
        id: storage.outputs.id
        zones: [
          'privatelink.table.${environment().suffixes.storage}'
        ]
      }
      {
        group: 'vault'
        id: vault.outputs.id
        zones: [
          'privatelink.vaultcore.azure.net'
        ]
      }
    ], useLanguage ? [
      {
        group: 'account'
        id: language!.outputs.id
        zones: [
          'privatelink.cognitiveservices.azure.com'
        ]
      }
    ] : [])
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'function-app'
  // Without its roles the app would start, find nothing open, and start again.
  dependsOn: [
    roles
    dataEndpoints
  ]
  params: {
    name: 'func-${fullName}-${token}'
    planName: 'plan-${fullName}'
    location: location
    tags: union(allTags, {
      'azd-service-name': 'campaigns'
    })
    identityId: identity.outputs.id
    packageAddress: '${storage.outputs.blobEndpoint}${containers.package}'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReady: alwaysReady
    subnetId: isDataPublic ? '' : network!.outputs.appSubnetId
    isPublic: isAppPublic
    isLocked: locks
    workspaceId: monitoring.outputs.workspaceId
    settings: union(moreSettings, {
      // The Functions host.
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
      AzureWebJobsStorage__queueServiceUri: storage.outputs.queueEndpoint
      AzureWebJobsStorage__tableServiceUri: storage.outputs.tableEndpoint
      AzureWebJobsDisableHomepage: 'true'
      FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '104857600'
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
      // The exporter's figures of itself: some go to Microsoft, past every private endpoint, some beside what the engine measures.
      APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true'
      APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true'
      OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS: 'false'
      // Which identity the Azure clients sign in with where nothing else says so.
      AZURE_CLIENT_ID: identity.outputs.clientId
      // Secrets, by reference: the values never stand here.
      Access__FirstKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/${secrets.firstKey})'
      Privacy__WrappingKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/${secrets.wrappingKey})'
      // For so long a removed backup can be brought back: Azure ends versions once a day, and some days late.
      Backup__RecoverableDays: string(softDeleteDays + 3)
      // Every binding expression of a trigger: the host sees no default of the code.
      Access__WatchSchedule: '25 */5 6 * * *'
      Audit__Schedule: '40 */5 5 * * *'
      Backup__Schedule: backupSchedule
      Erasures__Queue: queues.erasures
      Erasures__SweepSchedule: '30 */5 * * * *'
      Insight__TextsQueue: queues.texts
      Listening__MentionsQueue: queues.mentions
      Listening__RollUpsQueue: queues.rollUps
      Listening__RollUpSchedule: '45 * * * * *'
      Listening__SearchSchedule: '15 * * * * *'
      Listening__SearchesQueue: queues.searches
      Publishing__DeliveriesQueue: queues.deliveries
      Publishing__TickSchedule: '0 * * * * *'
      Retention__Schedule: '50 */5 * * * *'
      Storage__WatchSchedule: '10 */5 * * * *'
      Webhooks__Queue: queues.webhooks
    }, useLanguage ? {
      Insight__Endpoint: language!.outputs.endpoint
    } : {}, empty(languagePricePerThousandRecords) ? {} : {
      Insight__PricePerThousandRecords: languagePricePerThousandRecords
      Insight__PriceCurrency: languagePriceCurrency
    }, empty(entraClientId) ? {} : {
      Access__Authority: '${environment().authentication.loginEndpoint}${tenant().tenantId}'
    }, empty(customDomain) ? {} : {
      Feed__PublicUrl: 'https://${customDomain}'
    }, empty(allowedOrigins) ? {} : {
      Cors__AllowedOrigins: join(allowedOrigins, ',')
    })
  }
}

module monitorScope 'modules/monitorScope.bicep' = if (!isAppPublic) {
  name: 'monitor-scope'
  params: {
    name: 'ampls-${fullName}'
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    componentId: monitoring.outputs.componentId
  }
}

module appEndpoints 'modules/privateEndpoints.bicep' = if (!isAppPublic) {
  name: 'app-endpoints'
  params: {
    prefix: 'pe-${fullName}'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    targets: [
      {
        group: 'sites'
        id: functionApp.outputs.id
        zones: [
          'privatelink.azurewebsites.net'
        ]
      }
      {
        group: 'azuremonitor'
        id: monitorScope!.outputs.id
        zones: monitorZones
      }
    ]
  }
}

module authentication 'modules/authentication.bicep' = if (!empty(entraClientId)) {
  name: 'authentication'
  params: {
    appName: functionApp.outputs.name
    clientId: entraClientId
    tenantId: tenant().tenantId
    isRequired: entraRequired
    audiences: empty(customDomain) ? [] : [
      'https://${customDomain}/api/odata'
    ]
    excludedPaths: [
      '/api/health'
      '/api/openapi.json'
    ]
  }
}

module domain 'modules/customDomain.bicep' = if (!empty(customDomain)) {
  name: 'custom-domain'
  params: {
    appName: functionApp.outputs.name
    planId: functionApp.outputs.planId
    location: location
    tags: allTags
    domain: customDomain
    vaultId: vault.outputs.id
    // Said before anything is laid down, and not by the certificate at its end.
    certificateName: !empty(customDomain) && empty(customDomainCertificate) ? fail('customDomain needs customDomainCertificate, the name of its certificate in the vault.') : customDomainCertificate
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    prefix: fullName
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    title: 'Campaigns ${environmentName}'
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The name of the function app, which a package is deployed to.')
output functionAppName string = functionApp.outputs.name

@description('Where the engine answers.')
output address string = empty(customDomain) ? 'https://${functionApp.outputs.hostName}' : domain!.outputs.address

@description('What the TXT record asuid.<domain> must say before a domain of your own is bound.')
output domainVerification string = functionApp.outputs.domainVerification

@description('The name of the vault, for secrets of channels.')
output vaultName string = vault.outputs.name

@description('The name of the storage account.')
output storageName string = storage.outputs.name

@description('The commands that an administrator has to run where assignRoles is false.')
output rolesToAssign array = roles.outputs.toAssign

@description('The paths that are open without a token even where one is required.')
output openPaths array = empty(entraClientId) ? [] : authentication!.outputs.openPaths

@description('The resource id of the action group, for alert rules of your own.')
output actionGroupId string = alerts.outputs.actionGroupId

@description('The names of the alert rules.')
output alertNames array = alerts.outputs.names

@description('The resource id of the workbook.')
output workbookId string = workbook.outputs.id
