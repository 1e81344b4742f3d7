using System.Net;
using System.Text.Json.Serialization;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using SecretsAudit.AwsClients;

namespace Amazon.KeyManagementService;

public interface IAmazonKeyManagementService : IDisposable
{
    KeyManagementServicePaginators Paginators { get; }
    Task<CreateKeyResponse> CreateKeyAsync(CreateKeyRequest request, CancellationToken cancellationToken = default);
    Task<DescribeKeyResponse> DescribeKeyAsync(DescribeKeyRequest request, CancellationToken cancellationToken = default);
    Task<EncryptResponse> EncryptAsync(EncryptRequest request, CancellationToken cancellationToken = default);
    Task<ImportKeyMaterialResponse> ImportKeyMaterialAsync(ImportKeyMaterialRequest request, CancellationToken cancellationToken = default);
    Task<ListKeysResponse> ListKeysAsync(ListKeysRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Some of KMS on the product's own marshaller: it stands beside the official client, so that the two can be compared.</summary>
public sealed class AmazonKeyManagementServiceClient(AWSCredentials credentials, AmazonKeyManagementServiceConfig config)
    : AmazonServiceClient(credentials, config), IAmazonKeyManagementService
{
    public KeyManagementServicePaginators Paginators => new(this);

    protected override IServiceMetadata ServiceMetadata => Operations.Service;

    public Task<CreateKeyResponse> CreateKeyAsync(CreateKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateKeyResponse>(request, Operations.CreateKey, cancellationToken);

    public Task<DescribeKeyResponse> DescribeKeyAsync(DescribeKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeKeyResponse>(request, Operations.DescribeKey, cancellationToken);

    public Task<EncryptResponse> EncryptAsync(EncryptRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<EncryptResponse>(request, Operations.Encrypt, cancellationToken);

    public Task<ImportKeyMaterialResponse> ImportKeyMaterialAsync(ImportKeyMaterialRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ImportKeyMaterialResponse>(request, Operations.ImportKeyMaterial, cancellationToken);

    public Task<ListKeysResponse> ListKeysAsync(ListKeysRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListKeysResponse>(request, Operations.ListKeys, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}

public sealed class AmazonKeyManagementServiceConfig : ClientConfig
{
    public AmazonKeyManagementServiceConfig()
        : base(DefaultModes.Provider)
    {
        ServiceId = "KMS";
        AuthenticationServiceName = "kms";
        EndpointProvider = new RegionalEndpoints("kms");
    }

    public override string RegionEndpointServiceName => "kms";
    public override string ServiceVersion => "2014-11-01";
    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("KMS", "4.0.101.3");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.ParametersOf(this, parameters.AlternateEndpoint));
}

public class AmazonKeyManagementServiceException(
    string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
    : AmazonServiceException(message, inner, type, code, requestId, status);

public sealed class KeyManagementServicePaginators(IAmazonKeyManagementService client)
{
    public ListKeysPaginator ListKeys(ListKeysRequest request) => new(client, request);
}

public sealed class ListKeysPaginator
{
    private readonly Walk _pages;

    internal ListKeysPaginator(IAmazonKeyManagementService client, ListKeysRequest request) => _pages = new(client, request);

    public IPaginatedEnumerable<KeyListEntry> Keys => new PaginatedResultKeyResponse<ListKeysResponse, KeyListEntry>(_pages, page => page.Keys ?? []);

    private sealed class Walk(IAmazonKeyManagementService client, ListKeysRequest request) : Pages<ListKeysRequest, ListKeysResponse>(
        request, client.ListKeysAsync, (r, marker) => r.Marker = marker, r => r.NextMarker);
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CreateKeyRequest))]
[JsonSerializable(typeof(CreateKeyResponse))]
[JsonSerializable(typeof(DescribeKeyRequest))]
[JsonSerializable(typeof(DescribeKeyResponse))]
[JsonSerializable(typeof(EncryptRequest))]
[JsonSerializable(typeof(EncryptResponse))]
[JsonSerializable(typeof(ImportKeyMaterialRequest))]
[JsonSerializable(typeof(ImportKeyMaterialResponse))]
[JsonSerializable(typeof(ListKeysRequest))]
[JsonSerializable(typeof(ListKeysResponse))]
internal sealed partial class KeyManagementJson : JsonSerializerContext;

internal static class Operations
{
    public static readonly JsonService Service = new()
    {
        ServiceId = "KMS",
        Target = "TrentService",
        Version = "2014-11-01",
        Json = JsonService.JsonOf(
            new KeyManagementJson(),
            new ConstantConverter<KeyUsageType>(KeyUsageType.FindValue),
            new ConstantConverter<KeyState>(KeyState.FindValue),
            new ConstantConverter<ExpirationModelType>(ExpirationModelType.FindValue)),
        Errors = new Dictionary<string, ErrorFactory> { ["NotFoundException"] = (m, i, t, c, r, s) => new NotFoundException(m, i, t, c, r, s) },
        OtherError = (m, i, t, c, r, s) => new AmazonKeyManagementServiceException(m, i, t, c, r, s),
    };

    public static readonly InvokeOptions CreateKey = Service.Operation<CreateKeyRequest, CreateKeyResponse>();
    public static readonly InvokeOptions DescribeKey = Service.Operation<DescribeKeyRequest, DescribeKeyResponse>();
    public static readonly InvokeOptions Encrypt = Service.Operation<EncryptRequest, EncryptResponse>();
    public static readonly InvokeOptions ImportKeyMaterial = Service.Operation<ImportKeyMaterialRequest, ImportKeyMaterialResponse>();
    public static readonly InvokeOptions ListKeys = Service.Operation<ListKeysRequest, ListKeysResponse>();
}
