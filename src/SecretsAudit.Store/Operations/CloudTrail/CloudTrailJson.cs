using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The JSON of the service's requests and answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)], MaxDepth = 32)]
[JsonSerializable(typeof(AddTags.Request), TypeInfoPropertyName = "AddTagsRequest")]
[JsonSerializable(typeof(CreateTrail.Request), TypeInfoPropertyName = "CreateTrailRequest")]
[JsonSerializable(typeof(DeleteTrail.Request), TypeInfoPropertyName = "DeleteTrailRequest")]
[JsonSerializable(typeof(DescribeTrails.Request), TypeInfoPropertyName = "DescribeTrailsRequest")]
[JsonSerializable(typeof(DescribeTrails.Response), TypeInfoPropertyName = "DescribeTrailsResponse")]
[JsonSerializable(typeof(GetEventSelectors.Request), TypeInfoPropertyName = "GetEventSelectorsRequest")]
[JsonSerializable(typeof(GetInsightSelectors.Request), TypeInfoPropertyName = "GetInsightSelectorsRequest")]
[JsonSerializable(typeof(GetTrail.Request), TypeInfoPropertyName = "GetTrailRequest")]
[JsonSerializable(typeof(GetTrail.Response), TypeInfoPropertyName = "GetTrailResponse")]
[JsonSerializable(typeof(GetTrailStatus.Request), TypeInfoPropertyName = "GetTrailStatusRequest")]
[JsonSerializable(typeof(GetTrailStatus.Response), TypeInfoPropertyName = "GetTrailStatusResponse")]
[JsonSerializable(typeof(ListTags.Request), TypeInfoPropertyName = "ListTagsRequest")]
[JsonSerializable(typeof(ListTags.Response), TypeInfoPropertyName = "ListTagsResponse")]
[JsonSerializable(typeof(ListTrails.Request), TypeInfoPropertyName = "ListTrailsRequest")]
[JsonSerializable(typeof(ListTrails.Response), TypeInfoPropertyName = "ListTrailsResponse")]
[JsonSerializable(typeof(LookupEvents.Request), TypeInfoPropertyName = "LookupEventsRequest")]
[JsonSerializable(typeof(LookupEvents.Response), TypeInfoPropertyName = "LookupEventsResponse")]
[JsonSerializable(typeof(PutEventSelectors.Request), TypeInfoPropertyName = "PutEventSelectorsRequest")]
[JsonSerializable(typeof(PutInsightSelectors.Request), TypeInfoPropertyName = "PutInsightSelectorsRequest")]
[JsonSerializable(typeof(RemoveTags.Request), TypeInfoPropertyName = "RemoveTagsRequest")]
[JsonSerializable(typeof(StartLogging.Request), TypeInfoPropertyName = "StartLoggingRequest")]
[JsonSerializable(typeof(StopLogging.Request), TypeInfoPropertyName = "StopLoggingRequest")]
[JsonSerializable(typeof(UpdateTrail.Request), TypeInfoPropertyName = "UpdateTrailRequest")]
[JsonSerializable(typeof(EventSelection))]
[JsonSerializable(typeof(InsightSelection))]
[JsonSerializable(typeof(TrailAnswer))]
[JsonSerializable(typeof(ListPublicKeys.Request), TypeInfoPropertyName = "ListPublicKeysRequest")]
[JsonSerializable(typeof(ListPublicKeys.Response), TypeInfoPropertyName = "ListPublicKeysResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class CloudTrailJson : JsonSerializerContext;
