using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Temporary credentials of the calling user itself.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"/>
internal sealed class GetSessionToken() : Operation<GetSessionToken.Request, GetSessionToken.Response>(AwsService.Sts, writes: false)
{
    private const int DefaultSeconds = 43_200;

    public override Response Handle(Request request, Call call)
    {
        if (call.Caller.Session is not null)
        {
            throw new AccessDeniedException("Cannot call GetSessionToken with session credentials");
        }

        var principal = call.Caller.Principal;
        return new()
        {
            Credentials = StsCredentials.Issue(call, new()
            {
                PrincipalArn = principal.Arn,
                UniqueId = principal.UniqueId,
                SecretAccessKey = StsCredentials.NewSecret(),
                Expires = call.Now.AddSeconds(Seconds(request, principal)),
                MultiFactorAuthenticated = SecondFactor.Verify(call, request.SerialNumber, request.TokenCode),
            }),
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Range(request.DurationSeconds, "durationSeconds", 900, 129_600).MfaCode(request.SerialNumber, request.TokenCode).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { TokenCode = null };

    protected override bool BeginsSession => true;

    protected override Response WithoutValues(Response response) => response with { Credentials = response.Credentials.WithoutValues() };

    // A root user's session lasts an hour at most.
    private static int Seconds(Request request, Principal principal) =>
        principal.Kind == PrincipalKind.Root ? Math.Min(request.DurationSeconds ?? 3600, 3600) : request.DurationSeconds ?? DefaultSeconds;

    internal sealed record Request : IRequest<Response>
    {
        public int? DurationSeconds { get; init; }

        public string? SerialNumber { get; init; }

        public string? TokenCode { get; init; }
    }

    internal sealed record Response
    {
        public required StsCredentials Credentials { get; init; }
    }
}
