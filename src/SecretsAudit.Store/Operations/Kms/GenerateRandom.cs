using System.Security.Cryptography;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Random bytes.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html"/>
internal sealed class GenerateRandom() : Operation<GenerateRandom.Request, GenerateRandom.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new() { Plaintext = RandomNumberGenerator.GetBytes(request.NumberOfBytes ?? throw new ValidationException("NumberOfBytes is required.")) };
    }

    protected override void Check(Request request, Constraints check) => check.Range(request.NumberOfBytes, "numberOfBytes", 1, 1024).NoRecipient(request.Recipient).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public int? NumberOfBytes { get; init; }

        public System.Text.Json.JsonElement? Recipient { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] Plaintext { get; init; }
    }
}
