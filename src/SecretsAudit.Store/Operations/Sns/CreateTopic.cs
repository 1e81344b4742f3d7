using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sns;

/// <summary>Makes a topic that trails can name; one that is there already is answered as the first time.</summary>
/// <seealso href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html"/>
internal sealed class CreateTopic() : Operation<CreateTopic.Request, CreateTopic.Response>(AwsService.Sns, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var name = request.Name!;
        if (name.Length is 0 or > 256 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new SnsInvalidParameterException("Invalid parameter: Topic Name");
        }

        var topic = new Topic { Account = call.Account, Region = call.Region, Name = name };
        call.Authorize(topic.Arn, call.Account, null, []);
        call.Changes.Put(topic);
        return new() { TopicArn = topic.Arn };
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }
    }

    internal sealed record Response
    {
        public required string TopicArn { get; init; }
    }
}
