using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sns;

/// <summary>Deletes a topic; one that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html"/>
internal sealed class DeleteTopic() : Operation<DeleteTopic.Request, Nothing>(AwsService.Sns, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Authorize(request.TopicArn!, call.Account, null, []);
        if (request.TopicArn!.Split(':') is not [.., var name] || Topic.ArnOf(call.Region, call.Account, name) != request.TopicArn)
        {
            throw new SnsInvalidParameterException("Invalid parameter: TopicArn");
        }

        call.Changes.Delete(ScopedRow.IdOf(RowKind.Topic, call.Account, call.Region, name));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.TopicArn, "topicArn").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? TopicArn { get; init; }
    }
}
