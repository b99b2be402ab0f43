metadata description = 'Every role of the app, in one place, each on one resource and with its reason. Nothing else of Azure is open to it.'

@description('Whether to give the roles. False where an administrator does: the output lists what to give.')
param assign bool

@description('The object id of the app\'s identity.')
param principalId string

@description('The name of the storage account.')
param storageName string

@description('The name of the vault.')
param vaultName string

@description('The name of the Application Insights component.')
param componentName string

@description('The name of the Language account; empty without one.')
param languageName string

// What Azure calls them, and their ids, which are the same in every tenant.
var roleIds = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6'
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb'
  'Cognitive Services Language Reader': '7628b7b8-a8b2-4cdc-b46f-e9b35248918e'
}

var storageRoles = [
  {
    role: 'Storage Blob Data Owner'
    reason: 'The engine: nightly copies of the tables. The Functions host: the deployed package, its keys, the locks that let one instance run a timer, when each timer ran last.'
  }
  {
    role: 'Storage Queue Data Contributor'
    reason: 'The engine and the host: to send and take messages, to make <queue>-poison, to give back what was given up.'
  }
  {
    role: 'Storage Table Data Contributor'
    reason: 'The engine: campaigns, ledger, figures. The host: its diagnostic events.'
  }
]

var vaultRoles = [
  {
    role: 'Key Vault Secrets User'
    reason: 'The app: to read the secrets that its settings refer to, and no others can be listed or written.'
  }
]

var componentRoles = [
  {
    role: 'Monitoring Metrics Publisher'
    reason: 'The app: to send telemetry without a key.'
  }
]

var languageRoles = [
  {
    role: 'Cognitive Services Language Reader'
    reason: 'The engine: to have texts analysed. It neither reads keys nor changes anything, as Cognitive Services User could.'
  }
]

resource storage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource language 'Microsoft.CognitiveServices/accounts@2026-05-01' existing = {
  name: empty(languageName) ? 'none' : languageName
}

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for item in storageRoles: if (assign) {
  name: guid(storage.id, principalId, item.role)
  scope: storage
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[item.role])
    description: item.reason
  }
}]

resource onVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for item in vaultRoles: if (assign) {
  name: guid(vault.id, principalId, item.role)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[item.role])
    description: item.reason
  }
}]

resource onComponent 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for item in componentRoles: if (assign) {
  name: guid(component.id, principalId, item.role)
  scope: component
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[item.role])
    description: item.reason
  }
}]

resource onLanguage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for item in languageRoles: if (assign && !empty(languageName)) {
  name: guid(language.id, principalId, item.role)
  scope: language
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[item.role])
    description: item.reason
  }
}]

var storageCommands = [for item in storageRoles: 'az role assignment create --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --role "${item.role}" --scope ${storage.id}']

var vaultCommands = [for item in vaultRoles: 'az role assignment create --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --role "${item.role}" --scope ${vault.id}']

var componentCommands = [for item in componentRoles: 'az role assignment create --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --role "${item.role}" --scope ${component.id}']

var languageCommands = [for item in languageRoles: 'az role assignment create --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --role "${item.role}" --scope ${language.id}']

@description('What an administrator runs where the deployment may not give roles; empty where it gave them.')
output toAssign array = assign ? [] : concat(storageCommands, vaultCommands, componentCommands, empty(languageName) ? [] : languageCommands)
