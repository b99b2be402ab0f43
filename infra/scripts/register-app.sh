#!/usr/bin/env bash
# Registers the engine with Entra, or brings an earlier registration up to date, and prints its client id for entraClientId.
#   infra/scripts/register-app.sh prod [https://campaigns.example.nhs.uk]
# The address is that of a domain of your own, for Power BI; one that was given before stays. Needs the right to register applications, and jq. It makes no secret: the app
# only checks the tokens that callers bring.
set -euo pipefail

environment=${1:?"usage: register-app.sh ENVIRONMENT [ADDRESS]"}
address=${2:-}
here=$(cd "$(dirname "$0")/.." && pwd)
name="campaigns-$environment"

# By the whole name: --display-name would find all that begin with it.
client=$(az ad app list --filter "displayName eq '$name'" --query "[].appId" --output tsv)
if [ "$(wc -w <<< "$client")" -gt 1 ]; then
  echo "More than one registration is named $name: $client" >&2
  exit 1
fi
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --app-roles "@$here/app-roles.json" --query appId --output tsv)
else
  az ad app update --id "$client" --app-roles "@$here/app-roles.json"
fi

# What it is known by already stays: the whole list is set at once, and Power BI signs in by the address of the feed.
uris=("api://$client")
known=$(az ad app show --id "$client" --query identifierUris --output tsv)
for uri in $known ${address:+"$address/api/odata"}; do
  case " ${uris[*]} " in
    *" $uri "*) ;;
    *) uris+=("$uri") ;;
  esac
done
az ad app update --id "$client" --identifier-uris "${uris[@]}"

# One scope, by which people sign in through a program; az, Power Query and the Power BI service may use it without asking each of them.
object=$(az ad app show --id "$client" --query id --output tsv)
scope=$(az ad app show --id "$client" --query "api.oauth2PermissionScopes[?value=='user_impersonation'].id | [0]" --output tsv)
graph="https://graph.microsoft.com/v1.0/applications/$object"
if [ -z "$scope" ]; then
  scope=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)
  az rest --method PATCH --uri "$graph" --headers Content-Type=application/json --body "$(jq -n --arg id "$scope" '{ api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{
    id: $id, value: "user_impersonation", type: "User", isEnabled: true,
    adminConsentDisplayName: "Use Campaigns",
    adminConsentDescription: "Use Campaigns as the person who is signed in, within the roles of that person." }] } }')"
fi
az rest --method PATCH --uri "$graph" --headers Content-Type=application/json --body "$(jq -n --arg scope "$scope" '{ api: { preAuthorizedApplications: [
  "04b07795-8ddb-461a-bbee-02f9e1bf7b46", "a672d62c-fc7b-4e81-a576-e60dc46e951d", "b52893c8-bc2e-47fc-918b-77022b299bbc"
  | { appId: ., delegatedPermissionIds: [$scope] }] } }')"

# Only who has been given a role gets a token.
principal=$(az ad sp list --filter "appId eq '$client'" --query "[0].id" --output tsv)
if [ -z "$principal" ]; then
  principal=$(az ad sp create --id "$client" --query id --output tsv)
fi
az ad sp update --id "$principal" --set appRoleAssignmentRequired=true

echo "$client"
