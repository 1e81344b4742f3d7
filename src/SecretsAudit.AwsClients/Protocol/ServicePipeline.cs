using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace SecretsAudit.AwsClients;

/// <summary>Fits the SDK's own pipeline to a regional service that is signed with SigV4.</summary>
internal static class ServicePipeline
{
    /// <summary>Adds the two handlers that each service brings itself. Both need the marshalled request; the signer's choice comes first.</summary>
    public static void Complete(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    private sealed class SigV4Handler : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(Amazon.Runtime.IExecutionContext executionContext) =>
            AuthSchemeOption.DEFAULT_SIGV4;
    }
}
