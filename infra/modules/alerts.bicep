metadata description = 'Alerts on what the engine itself says in its log, and who hears of them. docs/alerts.md tells what to do at each.'

@description('What the names of the rules begin with.')
param prefix string

@description('The Azure region of the rules.')
param location string

@description('Tags of the rules and the action group.')
param tags object

@description('The resource id of the workspace that holds the log.')
param workspaceId string

@description('Who gets a mail; empty for nobody.')
param emails string[]

// Each phrase stands in one message of the code and in no other; source names that message, and a test holds both. One such message within the window is an alert.
var logRules = [
  {
    name: 'poison-messages'
    severity: 1
    source: 'QueueWatch.GivenUp'
    phrase: 'were given up:'
    description: 'Messages failed five times and rest in a poison queue. They are lost after seven days.'
    window: 'PT15M'
  }
  {
    name: 'delivery-unknown'
    severity: 1
    source: 'DeliveryRecorder.Unknown'
    phrase: 'may be out or not'
    description: 'Nobody can tell whether a post is out. A person has to look at the account and settle it.'
    window: 'PT15M'
  }
  {
    name: 'delivery-given-up'
    severity: 2
    source: 'DeliveryPublisher.GaveUp'
    phrase: 'was given up after'
    description: 'A post did not go out after every attempt.'
    window: 'PT15M'
  }
  {
    name: 'account-not-authorised'
    severity: 1
    source: 'DeliveryAttempt.NotAuthorised'
    phrase: 'its credential has to be renewed'
    description: 'A platform does not let one of our accounts in: its password or token has ended.'
    window: 'PT15M'
  }
  {
    name: 'access-key-ending'
    severity: 3
    source: 'AccessKeyWatch.Ending'
    phrase: 'The access key'
    description: 'An access key ends within fourteen days. Whoever uses it needs a new one before.'
    window: 'P1D'
  }
  {
    name: 'listening-gap'
    severity: 2
    source: 'Searcher.NotListened'
    phrase: 'Nobody listens for campaign'
    description: 'A channel is not searched for half an hour or more: it refuses, fails, asks to wait, or the budget is spent.'
    // The line is said only where the gap is that long, and at each try in vain: seldom, where the channel named a time.
    window: 'PT2H'
  }
  {
    name: 'search-budget-near'
    severity: 3
    source: 'Searcher.BudgetNear'
    phrase: 'Searches have spent'
    description: 'Four fifths of a campaign\'s budget for searches are spent.'
    window: 'P1D'
  }
  {
    name: 'insight-budget-near'
    severity: 3
    source: 'LanguageAnalyser.BudgetNear'
    phrase: 'The analysis of texts has spent'
    description: 'Four fifths of a campaign\'s budget for analysing texts are spent.'
    window: 'P1D'
  }
  {
    name: 'language-sign-in-refused'
    severity: 2
    source: 'LanguageFaults.SignInRefused'
    phrase: 'check Insight__Endpoint'
    description: 'Azure AI Language does not let the app in. Texts wait seven days.'
    window: 'PT15M'
  }
  {
    name: 'language-no-identity'
    severity: 2
    source: 'LanguageFaults.NoIdentity'
    phrase: 'no identity to sign in to Azure AI Language'
    description: 'The app has neither an identity nor a key for Azure AI Language. Texts wait seven days.'
    window: 'PT15M'
  }
  {
    name: 'language-unknown-model'
    severity: 2
    source: 'LanguageFaults.UnknownModel'
    phrase: 'does not know the model that Insight__ModelVersion names'
    description: 'Azure AI Language does not know the model that is asked for. Texts wait seven days.'
    window: 'PT15M'
  }
  {
    name: 'request-failed'
    severity: 2
    source: 'Failures.Failed'
    phrase: 'failed in invocation'
    description: 'A request met a fault of the engine itself, and got 500.'
    window: 'PT15M'
  }
]

// The phrase of QueueWatch.Looked, which is said every five minutes.
var heartbeat = 'The queues hold'

// The phrase of QueueWatch.Waits, which is said of a queue whose oldest message waits long.
var waits = 'has waited for'

// The phrase of BackupRun.Done, which is said once a night.
var backupDone = 'is whole:'

// Every function that a timer starts: a test holds the list to the code.
var timers = [
  'EndRetention'
  'PlanSearches'
  'PublishDue'
  'PurgeAudit'
  'RunBackup'
  'SweepErasures'
  'SweepRollUps'
  'WatchKeys'
  'WatchQueues'
]
var timerNames = join(timers, '", "')

// What the vault's own audit says thirty days before the date on which a secret or certificate ends, and on it, whoever listens to its events.
var vaultSays = '"SecretNearExpiryEventGridNotification", "SecretExpiredEventGridNotification", "CertificateNearExpiryEventGridNotification", "CertificateExpiredEventGridNotification"'

// What no single message tells: how many requests and runs failed, what was not said, and what the vault says.
var queryRules = [
  {
    name: 'http-5xx'
    severity: 2
    // 501 is how the feed refuses a query that it does not offer: nothing is broken.
    description: 'More than five requests in a quarter of an hour were answered with 5xx, 501 left out.'
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599) and ResultCode != "501"'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    name: 'queue-age'
    severity: 2
    description: 'A queue\'s oldest message has waited for a quarter of an hour: what takes it does not run, or does not keep up.'
    // A message that was delayed on purpose looks old for the moment until it is taken: at two of three looks that is no moment.
    query: 'AppTraces | where Message contains "${waits}" | extend Queue = extract("in the queue ([a-z0-9-]+) has", 1, Message) | summarize Looks = count() by Queue | where Looks > 1'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'silence'
    severity: 0
    description: 'The engine has said nothing for half an hour: no timer runs, so nothing goes out either.'
    query: 'AppTraces | where Message contains "${heartbeat}"'
    window: 'PT30M'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'vault-secret-ending'
    severity: 2
    description: 'A secret or certificate in the vault ends within thirty days: a platform\'s token or app password, or the certificate of the domain.'
    query: 'AzureDiagnostics | where OperationName in (${vaultSays})'
    window: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    // One failed run is followed by the next. Twice in a quarter of an hour is no accident, even of a timer that runs every five minutes.
    name: 'timer-failed'
    severity: 1
    description: 'A timer failed twice or more in a quarter of an hour: what it does is not done.'
    query: 'AppRequests | where Success == false and Name in ("${timerNames}") | summarize Failed = count() by Name | where Failed > 1'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    // From one night's backup to the next are 24 hours and what it takes longer: so 26, within a window of two days.
    name: 'backup-missing'
    severity: 1
    description: 'No backup has become whole for 26 hours.'
    query: 'AppTraces | where TimeGenerated > ago(26h) | where Message contains "${backupDone}"'
    window: 'P2D'
    operator: 'LessThan'
    threshold: 1
  }
]

var phraseRules = map(logRules, rule => {
  name: rule.name
  severity: rule.severity
  description: rule.description
  query: 'AppTraces | where Message contains "${rule.phrase}"'
  window: rule.window
  operator: 'GreaterThan'
  threshold: 0
})

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-people'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'campaigns'
    emailReceivers: [for (email, index) in emails: {
      name: 'mail-${index}'
      emailAddress: email
      useCommonAlertSchema: true
    }]
  }
}

// The queries are not validated when they are laid down: a new workspace has no table to hold them against.
resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in concat(phraseRules, queryRules): {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.name
    description: '${rule.description} Runbook: docs/alerts.md#${rule.name}'
    enabled: true
    severity: rule.severity
    scopes: [
      workspaceId
    ]
    evaluationFrequency: contains(['P1D', 'P2D'], rule.window) ? 'PT1H' : 'PT5M'
    windowSize: rule.window
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.operator
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroup.id
      ]
    }
  }
}]

@description('The resource id of the action group, for rules of your own.')
output actionGroupId string = actionGroup.id

@description('The names of the rules.')
output names array = map(concat(phraseRules, queryRules), rule => rule.name)
