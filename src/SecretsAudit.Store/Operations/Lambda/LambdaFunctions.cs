using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>Finding functions for an operation.</summary>
internal static class LambdaFunctions
{
    extension(Call call)
    {
        /// <summary>A function that was created, or one that the store's owner has mapped to an endpoint.</summary>
        /// <exception cref="LambdaResourceNotFoundException">There is none.</exception>
        public LambdaFunction RequireFunction(string name)
        {
            var id = LambdaFunction.IdOf(name, call.Account, call.Region);
            var (account, region, plain) = id?.Key.Split('/', 3) is [var owner, var place, var rest] ? (owner, place, rest) : (call.Account, call.Region, name);
            var arn = LambdaFunction.ArnOf(region, account, plain);
            call.Authorize(arn, account, null, []);
            call.Touch("AWS::Lambda::Function", arn);
            return id is { } known && call.State.Find(known) is LambdaFunction function ? function
                : call.Services.RotationFunctions.IsKnown(arn) ? new() { Account = account, Region = region, Name = plain, Modified = call.Now }
                : throw new LambdaResourceNotFoundException($"Function not found: {arn}");
        }

        /// <summary>Whether the caller itself may invoke a function that it has another service invoke.</summary>
        /// <exception cref="AccessDeniedException">It may not.</exception>
        /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html"/>
        public void AuthorizeInvocation(string functionArn)
        {
            var id = LambdaFunction.IdOf(functionArn, call.Account, call.Region);
            var policy = id is { } known && call.State.Find(known) is LambdaFunction { Permissions.IsEmpty: false } function ? PolicyStatement.Write(function) : null;
            var verdict = call.Decide("lambda:InvokeFunction", functionArn, id?.Key.Split('/')[0] ?? call.Account, policy, []);
            if (!verdict.Allowed)
            {
                throw call.Refusal("lambda:InvokeFunction", functionArn, verdict);
            }
        }
    }
}
