metadata description = 'One private endpoint, with the zones in which it is found.'

@description('The name of the endpoint.')
param name string

@description('The Azure region.')
param location string

@description('Tags of the endpoint.')
param tags object

@description('The subnet that it stands in.')
param subnetId string

@description('The resource id of what it leads to.')
param targetId string

@description('Which part of that: blob, queue, table, vault, account, sites or azuremonitor.')
param groupId string

@description('The private DNS zones that name it.')
param zoneNames string[]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' existing = [for zone in zoneNames: {
  name: zone
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: targetId
          groupIds: [
            groupId
          ]
        }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [for (zone, index) in zoneNames: {
      name: replace(zone, '.', '-')
      properties: {
        privateDnsZoneId: zones[index].id
      }
    }]
  }
}

@description('The resource id of the endpoint.')
output id string = endpoint.id
