using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Internal;
using Amazon.SecretsManager.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager;

/// <summary>Calls AWS Secrets Manager through the SDK's own pipeline: credentials, signing, retries and endpoints are AWS's.</summary>
public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    /// <summary>Credentials and region from AWS's own chain.</summary>
    public AmazonSecretsManagerClient()
        : this(new AmazonSecretsManagerConfig()) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonSecretsManagerClient(RegionEndpoint region)
        : this(new AmazonSecretsManagerConfig { RegionEndpoint = region }) { }

    /// <summary>Credentials from AWS's own chain.</summary>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config) { }

    /// <summary>Region from AWS's own chain.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials)
        : this(credentials, new AmazonSecretsManagerConfig()) { }

    /// <summary>Nothing from AWS's own chain.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSecretsManagerConfig { RegionEndpoint = region }) { }

    /// <summary>Nothing from AWS's own chain but what the configuration leaves open.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public ISecretsManagerPaginatorFactory Paginators => field ??= new SecretsManagerPaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Operations.Service;

    /// <inheritdoc/>
    public virtual Task<BatchGetSecretValueResponse> BatchGetSecretValueAsync(BatchGetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchGetSecretValueResponse>(request, Operations.BatchGetSecretValue, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CancelRotateSecretResponse> CancelRotateSecretAsync(CancelRotateSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CancelRotateSecretResponse>(request, Operations.CancelRotateSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateSecretResponse> CreateSecretAsync(CreateSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateSecretResponse>(request, Operations.CreateSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteResourcePolicyResponse>(request, Operations.DeleteResourcePolicy, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteSecretResponse> DeleteSecretAsync(DeleteSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteSecretResponse>(request, Operations.DeleteSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeSecretResponse>(request, Operations.DescribeSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRandomPasswordResponse> GetRandomPasswordAsync(GetRandomPasswordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRandomPasswordResponse>(request, Operations.GetRandomPassword, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourcePolicyResponse>(request, Operations.GetResourcePolicy, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSecretValueResponse>(request, Operations.GetSecretValue, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSecretVersionIdsResponse>(request, Operations.ListSecretVersionIds, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSecretsResponse>(request, Operations.ListSecrets, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutResourcePolicyResponse>(request, Operations.PutResourcePolicy, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutSecretValueResponse>(request, Operations.PutSecretValue, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveRegionsFromReplicationResponse> RemoveRegionsFromReplicationAsync(RemoveRegionsFromReplicationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RemoveRegionsFromReplicationResponse>(request, Operations.RemoveRegionsFromReplication, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ReplicateSecretToRegionsResponse> ReplicateSecretToRegionsAsync(ReplicateSecretToRegionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ReplicateSecretToRegionsResponse>(request, Operations.ReplicateSecretToRegions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RestoreSecretResponse> RestoreSecretAsync(RestoreSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RestoreSecretResponse>(request, Operations.RestoreSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RotateSecretResponse> RotateSecretAsync(RotateSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RotateSecretResponse>(request, Operations.RotateSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopReplicationToReplicaResponse> StopReplicationToReplicaAsync(StopReplicationToReplicaRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopReplicationToReplicaResponse>(request, Operations.StopReplicationToReplica, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Operations.TagResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Operations.UntagResource, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateSecretResponse> UpdateSecretAsync(UpdateSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateSecretResponse>(request, Operations.UpdateSecret, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateSecretVersionStageResponse>(request, Operations.UpdateSecretVersionStage, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ValidateResourcePolicyResponse> ValidateResourcePolicyAsync(ValidateResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ValidateResourcePolicyResponse>(request, Operations.ValidateResourcePolicy, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Complete(pipeline);
}
