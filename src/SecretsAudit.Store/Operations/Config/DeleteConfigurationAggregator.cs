using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes an aggregator; what it collected from stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationAggregator.html"/>
internal sealed class DeleteConfigurationAggregator() : Operation<DeleteConfigurationAggregator.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        call.Changes.Delete(call.RequireAggregator(request.ConfigurationAggregatorName!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigurationAggregatorName, "configurationAggregatorName")
        .Length(request.ConfigurationAggregatorName, "configurationAggregatorName", 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ConfigurationAggregatorName { get; init; }
    }
}
