metadata description = 'One page for whoever runs the engine: what it did, what waits, what failed, what it costs.'

@description('The title of the workbook.')
param title string

@description('The Azure region.')
param location string

@description('Tags of the workbook.')
param tags object

@description('The resource id of the workspace that it reads.')
param workspaceId string

var charts = [
  {
    title: 'Requests by answer'
    query: 'AppRequests | summarize Requests = sum(ItemCount) by bin(TimeGenerated, {TimeRange:grain}), ResultCode'
    visualization: 'barchart'
  }
  {
    title: 'Runs of functions, and those that failed'
    query: 'AppRequests | summarize Runs = sum(ItemCount), Failed = sumif(ItemCount, Success == false), Median = percentile(DurationMs, 50), Slowest = max(DurationMs) by Name | order by Failed desc, Runs desc'
    visualization: 'table'
  }
  {
    title: 'What waits in the queues'
    query: 'AppTraces | where Message startswith "The queues hold" | extend Messages = toint(extract("hold ([0-9]+)", 1, Message)) | summarize max(Messages) by bin(TimeGenerated, {TimeRange:grain})'
    visualization: 'timechart'
  }
  {
    title: 'What became of posts'
    query: 'AppMetrics | where Name == "campaigns.deliveries" | summarize Deliveries = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), State = tostring(Properties["state"])'
    visualization: 'barchart'
  }
  {
    title: 'What was counted, and what came again'
    query: 'AppMetrics | where Name in ("campaigns.mentions.tracked", "campaigns.mentions.duplicates", "campaigns.deliveries.duplicates") | summarize Times = sum(Sum) by bin(TimeGenerated, {TimeRange:grain}), Name'
    visualization: 'timechart'
  }
  {
    title: 'Seconds that mentions waited in the queue'
    query: 'AppMetrics | where Name == "campaigns.mentions.lag" | summarize Mean = sum(Sum) / sum(ItemCount), Longest = max(Max) by bin(TimeGenerated, {TimeRange:grain})'
    visualization: 'timechart'
  }
  {
    title: 'How much of each budget is spent'
    query: 'AppMetrics | where Name == "campaigns.budget.used" | summarize arg_max(TimeGenerated, Sum) by Campaign = tostring(Properties["campaign"]), Purpose = tostring(Properties["for"]) | project Campaign, Purpose, Percent = round(100 * Sum, 1), Last = TimeGenerated | order by Percent desc'
    visualization: 'table'
  }
  {
    title: 'What the engine warned of'
    query: 'AppTraces | where SeverityLevel >= 2 | summarize Times = sum(ItemCount), Last = max(TimeGenerated) by Message | top 50 by Last desc'
    visualization: 'table'
  }
  {
    title: 'Faults'
    query: 'AppExceptions | summarize Times = sum(ItemCount), Last = max(TimeGenerated) by ExceptionType, OuterMessage | top 50 by Last desc'
    visualization: 'table'
  }
  {
    title: 'Calls to platforms and to Azure'
    query: 'AppDependencies | where DependencyType !startswith "InProc" and (DependencyType != "Http" or isnotempty(Target)) | summarize Calls = sum(ItemCount), Failed = sumif(ItemCount, Success == false), Median = percentile(DurationMs, 50) by Call = iff(isempty(Target), Name, Target) | order by Calls desc'
    visualization: 'table'
  }
  {
    title: 'Transactions of storage, the larger part of its price'
    query: 'AzureMetrics | where MetricName == "Transactions" | summarize Transactions = sum(Total) by bin(TimeGenerated, {TimeRange:grain}), Resource'
    visualization: 'timechart'
  }
  {
    title: 'Gigabytes of logs'
    query: 'Usage | where IsBillable | summarize Gigabytes = sum(Quantity) / 1000 by bin(TimeGenerated, 1d), DataType'
    visualization: 'barchart'
  }
]

var chartItems = [for (chart, index) in charts: {
  type: 3
  name: 'chart-${index}'
  content: {
    version: 'KqlItem/1.0'
    title: chart.title
    query: chart.query
    size: 0
    queryType: 0
    resourceType: 'microsoft.operationalinsights/workspaces'
    timeContextFromParameter: 'TimeRange'
    visualization: chart.visualization
  }
}]

var timeRange = {
  type: 9
  name: 'parameters'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: 'microsoft.operationalinsights/workspaces'
    parameters: [
      {
        id: guid(resourceGroup().id, title, 'time range')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time'
        type: 4
        isRequired: true
        value: {
          durationMs: 86400000
        }
        typeSettings: {
          selectableValues: [
            {
              durationMs: 3600000
            }
            {
              durationMs: 86400000
            }
            {
              durationMs: 604800000
            }
            {
              durationMs: 2592000000
            }
          ]
        }
      }
    ]
  }
}

var content = {
  version: 'Notebook/1.0'
  items: concat([timeRange], chartItems)
  isLocked: false
  fallbackResourceIds: [
    workspaceId
  ]
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, title)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: title
    category: 'workbook'
    sourceId: workspaceId
    version: 'Notebook/1.0'
    serializedData: string(content)
  }
}

@description('The resource id of the workbook.')
output id string = workbook.id
