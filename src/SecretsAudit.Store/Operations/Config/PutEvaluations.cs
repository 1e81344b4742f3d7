using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>
/// Takes the verdicts of a custom rule's function, which names the rule by the token it was invoked with. The store invokes no such functions, so
/// no token is its own: only a test of the request succeeds, and verdicts from outside come by <see cref="PutExternalEvaluation"/>.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutEvaluations.html"/>
internal sealed class PutEvaluations() : Operation<PutEvaluations.Request, PutEvaluations.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.Evaluations is not { Count: > 0 })
        {
            throw new InvalidParameterValueException("The Evaluations object in your request cannot be null. Add the required parameters and try again.");
        }

        return request is { TestMode: true, ResultToken.Length: > 0 } ? new() : throw new InvalidResultTokenException();
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResultToken, "resultToken")
        .Each(request.Evaluations, "evaluations", 0, 100, (given, place) => given.Check(check, place))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<PutExternalEvaluation.Evaluation?>? Evaluations { get; init; }

        public string? ResultToken { get; init; }

        public bool? TestMode { get; init; }
    }

    internal sealed record Response
    {
        public IReadOnlyList<PutExternalEvaluation.Evaluation> FailedEvaluations { get; init; } = [];
    }
}
