metadata description = 'Private endpoints, each found under its own name in its private zones.'

@description('What the names of the endpoints begin with.')
param prefix string

@description('The Azure region.')
param location string

@description('Tags of the endpoints.')
param tags object

@description('The subnet that they stand in.')
param subnetId string

@description('What they lead to: the resource id, which group of it (blob, queue, table, vault, account, sites or azuremonitor), and the private DNS zones of this resource group that name it.')
param targets array

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for target in targets: {
  name: '${prefix}-${target.group}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: target.group
        properties: {
          privateLinkServiceId: target.id
          groupIds: [
            target.group
          ]
        }
      }
    ]
  }
}]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (target, index) in targets: {
  parent: endpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [for zone in target.zones: {
      name: replace(zone, '.', '-')
      properties: {
        privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zone)
      }
    }]
  }
}]
