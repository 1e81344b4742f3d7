using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SimpleSystemsManagement.Internal;

/// <summary>AWS Systems Manager on the wire: an operation is a line.</summary>
internal static class Operations
{
    public static readonly JsonService Service = new()
    {
        ServiceId = "SSM",
        Target = "AmazonSSM",
        Version = "2014-11-06",
        Json = JsonService.JsonOf(new SimpleSystemsManagementJson(), Constants),
        Errors = Errors,
        OtherError = static (m, i, t, c, r, s) => new AmazonSimpleSystemsManagementException(m, i, t, c, r, s),
    };

    public static readonly RegionalEndpoints Endpoints = new("ssm") { FipsOnPlainHost = ["aws-us-gov"] };

    public static readonly InvokeOptions DescribeParameters = Service.Operation<DescribeParametersRequest, DescribeParametersResponse>();
    public static readonly InvokeOptions ListTagsForResource = Service.Operation<ListTagsForResourceRequest, ListTagsForResourceResponse>();
    public static readonly InvokeOptions GetResourcePolicies = Service.Operation<GetResourcePoliciesRequest, GetResourcePoliciesResponse>();

    private static System.Text.Json.Serialization.JsonConverter[] Constants =>
    [
        new ConstantConverter<ParameterTier>(ParameterTier.FindValue),
        new ConstantConverter<ParameterType>(ParameterType.FindValue),
        new ConstantConverter<ResourceTypeForTagging>(ResourceTypeForTagging.FindValue),
    ];

    private static Dictionary<string, ErrorFactory> Errors => new()
    {
        ["InternalServerError"] = static (m, i, t, c, r, s) => new InternalServerErrorException(m, i, t, c, r, s),
        ["InvalidFilterKey"] = static (m, i, t, c, r, s) => new InvalidFilterKeyException(m, i, t, c, r, s),
        ["InvalidFilterOption"] = static (m, i, t, c, r, s) => new InvalidFilterOptionException(m, i, t, c, r, s),
        ["InvalidFilterValue"] = static (m, i, t, c, r, s) => new InvalidFilterValueException(m, i, t, c, r, s),
        ["InvalidNextToken"] = static (m, i, t, c, r, s) => new InvalidNextTokenException(m, i, t, c, r, s),
        ["InvalidResourceId"] = static (m, i, t, c, r, s) => new InvalidResourceIdException(m, i, t, c, r, s),
        ["InvalidResourceType"] = static (m, i, t, c, r, s) => new InvalidResourceTypeException(m, i, t, c, r, s),
        ["ResourceNotFoundException"] = static (m, i, t, c, r, s) => new ResourceNotFoundException(m, i, t, c, r, s),
        ["ResourcePolicyInvalidParameterException"] = static (m, i, t, c, r, s) => new ResourcePolicyInvalidParameterException(m, i, t, c, r, s),
    };
}
