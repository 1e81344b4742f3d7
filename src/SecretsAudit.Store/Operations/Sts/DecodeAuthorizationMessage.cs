using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Decodes what some services answer to a refused call. None of the store's services encodes its answer, so no message is a valid one.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html"/>
internal sealed class DecodeAuthorizationMessage()
    : Operation<DecodeAuthorizationMessage.Request, DecodeAuthorizationMessage.Response>(AwsService.Sts, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        throw new InvalidAuthorizationMessageException();
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.EncodedMessage, "encodedMessage").Length(request.EncodedMessage, "encodedMessage", 1, 10_240).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? EncodedMessage { get; init; }
    }

    internal sealed record Response
    {
        public required string DecodedMessage { get; init; }
    }
}
