using System.Security.Cryptography;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A random password, by default with every kind of character in it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html"/>
internal sealed class GetRandomPassword() : Operation<GetRandomPassword.Request, GetRandomPassword.Response>(AwsService.SecretsManager, writes: false)
{
    private const string Lowercase = "abcdefghijklmnopqrstuvwxyz";
    private const string Uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Numbers = "0123456789";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var length = (int)(request.PasswordLength ?? 32);
        var kinds = Kinds(request).Select(kind => new string([.. kind.Where(c => request.ExcludeCharacters?.Contains(c, StringComparison.Ordinal) is not true)])).ToList();
        var requireEach = request.RequireEachIncludedType ?? true;
        var space = request.IncludeSpace is true && request.ExcludeCharacters?.Contains(' ', StringComparison.Ordinal) is not true;
        var alphabet = string.Concat(kinds) + (space ? " " : "");
        if (alphabet.Length == 0 || (requireEach && kinds.Exists(kind => kind.Length == 0)))
        {
            throw new InvalidParameterException("The excluded characters leave nothing of a required character type.");
        }

        if (requireEach && length < kinds.Count)
        {
            throw new InvalidParameterException("Password length is too short based on the required types.");
        }

        var password = new char[length];
        RandomNumberGenerator.GetItems(alphabet, password);
        if (requireEach)
        {
            for (var i = 0; i < kinds.Count; i++)
            {
                password[i] = kinds[i][RandomNumberGenerator.GetInt32(kinds[i].Length)];
            }

            // "At least one of every character type", and the space is one that was asked for. Where all of them do not fit it stands in for the
            // last kind, the one that it is closest to: punctuation, unless that is excluded.
            if (space)
            {
                password[Math.Min(kinds.Count, length - 1)] = ' ';
            }

            RandomNumberGenerator.Shuffle<char>(password);
        }

        return new() { RandomPassword = new string(password) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Range(request.PasswordLength, "passwordLength", 1, 4096).Length(request.ExcludeCharacters, "excludeCharacters", 0, 4096)
        .ThrowIfBroken();

    private static IEnumerable<string> Kinds(Request request)
    {
        if (request.ExcludeLowercase is not true)
        {
            yield return Lowercase;
        }

        if (request.ExcludeUppercase is not true)
        {
            yield return Uppercase;
        }

        if (request.ExcludeNumbers is not true)
        {
            yield return Numbers;
        }

        if (request.ExcludePunctuation is not true)
        {
            yield return Punctuation;
        }
    }

    internal sealed record Request : IRequest<Response>
    {
        public long? PasswordLength { get; init; }

        public string? ExcludeCharacters { get; init; }

        public bool? ExcludeNumbers { get; init; }

        public bool? ExcludePunctuation { get; init; }

        public bool? ExcludeUppercase { get; init; }

        public bool? ExcludeLowercase { get; init; }

        public bool? IncludeSpace { get; init; }

        public bool? RequireEachIncludedType { get; init; }
    }

    internal sealed record Response
    {
        public required string RandomPassword { get; init; }

        /// <summary>Never the password.</summary>
        public override string ToString() => nameof(Response);
    }
}
