namespace Amazon.SecretsManager.Model;

/// <summary>Makes up a password.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html"/>
public class GetRandomPasswordRequest : AmazonSecretsManagerRequest
{
    /// <summary>Characters that must not occur.</summary>
    public string? ExcludeCharacters { get; set; }

    /// <summary>Whether to leave out lower-case letters.</summary>
    public bool? ExcludeLowercase { get; set; }

    /// <summary>Whether to leave out digits.</summary>
    public bool? ExcludeNumbers { get; set; }

    /// <summary>Whether to leave out punctuation.</summary>
    public bool? ExcludePunctuation { get; set; }

    /// <summary>Whether to leave out upper-case letters.</summary>
    public bool? ExcludeUppercase { get; set; }

    /// <summary>Whether the space may occur.</summary>
    public bool? IncludeSpace { get; set; }

    /// <summary>Characters, 1 to 4096; 32 when not set.</summary>
    public long? PasswordLength { get; set; }

    /// <summary>Whether each kind of character must occur.</summary>
    public bool? RequireEachIncludedType { get; set; }
}

/// <summary>What <see cref="GetRandomPasswordRequest"/> answers.</summary>
public class GetRandomPasswordResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The password. Sensitive.</summary>
    public string? RandomPassword { get; set; }
}
