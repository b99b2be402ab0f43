metadata description = 'The one identity that the function app acts as. It outlives the app, so that roles stay when the app is made anew.'

@description('The name of the identity.')
param name string

@description('The Azure region.')
param location string

@description('Tags of the identity.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('The resource id, by which the app takes the identity on.')
output id string = identity.id

@description('The client id, by which code names the identity when it asks for a token.')
output clientId string = identity.properties.clientId

@description('The object id, to which roles are given.')
output principalId string = identity.properties.principalId
