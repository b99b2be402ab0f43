#!/usr/bin/env bash
# Registers the engine with Entra, or brings an earlier registration up to date, and prints its client id for entraClientId.
#   infra/scripts/register-app.sh prod [https://campaigns.example.nhs.uk]
# Needs the right to register applications. It makes no secret: the app only checks the tokens that callers bring.
set -euo pipefail

environment=${1:?"usage: register-app.sh ENVIRONMENT [ADDRESS]"}
address=${2:-}
here=$(cd "$(dirname "$0")/.." && pwd)
name="campaigns-$environment"

client=$(az ad app list --display-name "$name" --query "[0].appId" --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --app-roles "@$here/app-roles.json" --query appId --output tsv)
else
  az ad app update --id "$client" --app-roles "@$here/app-roles.json"
fi

# Tokens name the app by this, and are of version 2; the scope lets people sign in through az or Power BI.
az ad app update --id "$client" --identifier-uris "api://$client" --requested-access-token-version 2
if [ "$(az ad app show --id "$client" --query "length(api.oauth2PermissionScopes)" --output tsv)" = 0 ]; then
  object=$(az ad app show --id "$client" --query id --output tsv)
  scope=$(python3 -c 'import uuid; print(uuid.uuid4())')
  az rest --method PATCH --uri "https://graph.microsoft.com/v1.0/applications/$object" --headers 'Content-Type=application/json' --body "{
    \"api\": { \"oauth2PermissionScopes\": [{
      \"id\": \"$scope\", \"value\": \"user_impersonation\", \"type\": \"User\", \"isEnabled\": true,
      \"adminConsentDisplayName\": \"Use Campaigns\", \"adminConsentDescription\": \"Use Campaigns as the person who is signed in, within that person's roles.\" }] } }"
fi

if [ -n "$address" ]; then
  az ad app update --id "$client" --web-redirect-uris "$address/.auth/login/aad/callback"
fi

# Only who has been given a role gets a token.
principal=$(az ad sp list --filter "appId eq '$client'" --query "[0].id" --output tsv)
if [ -z "$principal" ]; then
  principal=$(az ad sp create --id "$client" --query id --output tsv)
fi
az ad sp update --id "$principal" --set appRoleAssignmentRequired=true

echo "$client"
