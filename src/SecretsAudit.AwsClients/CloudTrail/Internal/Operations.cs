using Amazon.Runtime.Internal;
using Amazon.CloudTrail.Model;
using SecretsAudit.AwsClients;

namespace Amazon.CloudTrail.Internal;

/// <summary>AWS CloudTrail on the wire: an operation is a line.</summary>
internal static class Operations
{
    public static readonly JsonService Service = new()
    {
        ServiceId = "CloudTrail",
        Target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
        Version = "2013-11-01",
        Json = JsonService.JsonOf(new CloudTrailJson(), Constants),
        Errors = Errors,
        OtherError = static (m, i, t, c, r, s) => new AmazonCloudTrailException(m, i, t, c, r, s),
    };

    public static readonly RegionalEndpoints Endpoints = new("cloudtrail") { FipsOnPlainHost = ["aws-us-gov"] };

    public static readonly InvokeOptions LookupEvents = Service.Operation<LookupEventsRequest, LookupEventsResponse>();
    public static readonly InvokeOptions DescribeTrails = Service.Operation<DescribeTrailsRequest, DescribeTrailsResponse>();
    public static readonly InvokeOptions GetTrailStatus = Service.Operation<GetTrailStatusRequest, GetTrailStatusResponse>();

    private static System.Text.Json.Serialization.JsonConverter[] Constants =>
    [
        new ConstantConverter<EventCategory>(EventCategory.FindValue),
        new ConstantConverter<LookupAttributeKey>(LookupAttributeKey.FindValue),
    ];

    private static Dictionary<string, ErrorFactory> Errors => new()
    {
        ["CloudTrailARNInvalidException"] = static (m, i, t, c, r, s) => new CloudTrailARNInvalidException(m, i, t, c, r, s),
        ["InvalidEventCategoryException"] = static (m, i, t, c, r, s) => new InvalidEventCategoryException(m, i, t, c, r, s),
        ["InvalidLookupAttributesException"] = static (m, i, t, c, r, s) => new InvalidLookupAttributesException(m, i, t, c, r, s),
        ["InvalidMaxResultsException"] = static (m, i, t, c, r, s) => new InvalidMaxResultsException(m, i, t, c, r, s),
        ["InvalidNextTokenException"] = static (m, i, t, c, r, s) => new InvalidNextTokenException(m, i, t, c, r, s),
        ["InvalidTimeRangeException"] = static (m, i, t, c, r, s) => new InvalidTimeRangeException(m, i, t, c, r, s),
        ["InvalidTrailNameException"] = static (m, i, t, c, r, s) => new InvalidTrailNameException(m, i, t, c, r, s),
        ["NoManagementAccountSLRExistsException"] = static (m, i, t, c, r, s) => new NoManagementAccountSLRExistsException(m, i, t, c, r, s),
        ["OperationNotPermittedException"] = static (m, i, t, c, r, s) => new OperationNotPermittedException(m, i, t, c, r, s),
        ["TrailNotFoundException"] = static (m, i, t, c, r, s) => new TrailNotFoundException(m, i, t, c, r, s),
        ["UnsupportedOperationException"] = static (m, i, t, c, r, s) => new UnsupportedOperationException(m, i, t, c, r, s),
    };
}
