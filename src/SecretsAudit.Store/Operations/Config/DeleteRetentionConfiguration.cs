using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes the setting: items are kept for seven years again.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteRetentionConfiguration.html"/>
internal sealed class DeleteRetentionConfiguration() : Operation<DeleteRetentionConfiguration.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        call.Changes.Delete(WireRetention.Require(call, request.RetentionConfigurationName!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RetentionConfigurationName, "retentionConfigurationName")
        .Length(request.RetentionConfigurationName, "retentionConfigurationName", 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RetentionConfigurationName { get; init; }
    }
}
