using System.Text.Json.Serialization;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement.Internal;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeParametersRequest))]
[JsonSerializable(typeof(DescribeParametersResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(GetResourcePoliciesRequest))]
[JsonSerializable(typeof(GetResourcePoliciesResponse))]
internal sealed partial class SimpleSystemsManagementJson : JsonSerializerContext;
