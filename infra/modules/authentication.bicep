metadata description = 'Sign-in with Entra in front of the app. The engine believes the principal that this puts in front of it, and goes by its app roles.'

@description('The name of the function app.')
param appName string

@description('The client id of the app registration that infra/scripts/register-app.sh made.')
param clientId string

@description('The tenant that may sign in.')
param tenantId string

@description('Further audiences that tokens may name, such as the address of the feed for Power BI.')
param audiences string[]

@description('True: nobody without a token gets as far as the engine, and access keys open nothing. False: the engine decides, and takes keys as well.')
param isRequired bool

@description('Paths that are open to everybody even then. Only routes that the engine leaves open anyway: what a caller claims there counts for nothing.')
param excludedPaths string[]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: isRequired
      unauthenticatedClientAction: isRequired ? 'Return401' : 'AllowAnonymous'
      excludedPaths: isRequired ? excludedPaths : []
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: concat([
            clientId
            'api://${clientId}'
          ], audiences)
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}

@description('The paths that stay open to everybody.')
output openPaths string[] = isRequired ? excludedPaths : []
