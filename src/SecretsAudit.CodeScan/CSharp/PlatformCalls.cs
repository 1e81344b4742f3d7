namespace SecretsAudit.CodeScan.CSharp;

/// <summary>
/// What the assemblies of <see cref="PlatformReferences"/> declare with a parameter that has a credential's name: methods, and types by their constructors.
/// A test compares it with them. Reading it takes no compiler, which is most of the time that one file costs.
/// </summary>
internal static class PlatformCalls
{
    private const string Text = """
        Add AddKeyedScoped AddKeyedSingleton AddKeyedTransient AddPasswordAsync Authenticate AuthenticateAsClient AuthenticateAsClientAsync
        AuthenticateAsServer AuthenticateAsServerAsync Authorization BeginAuthenticateAsClient BeginAuthenticateAsServer ChangeEmailAsync ChangePasswordAsync
        ChangePhoneNumberAsync CheckPasswordAsync CheckPasswordSignInAsync ConfirmEmailAsync CopyWithPrivateKey CreateAsync CreateFromEncryptedPem
        CreateFromEncryptedPemFile CreateLinkedTokenSource DataTokensMetadata Decapsulate DecapsulateCore DeriveKeyFromHmac DescribeKeyed DownloadDataAsync
        DownloadFileAsync DownloadStringAsync Encapsulate EncapsulateCore ExecuteAsync Export ExportEncryptedPkcs8PrivateKey
        ExportEncryptedPkcs8PrivateKeyPem ExportPkcs12 GetKeyedService GetKeyedServices GetRequiredKeyedService GetResult
        GetRuntimeFieldHandleFromMetadataToken GetRuntimeMethodHandleFromMetadataToken GetStatus HashPassword Import
        ImportEncryptedPkcs8PrivateKey ImportFromEncryptedPem IsKeyedService KeyedScoped KeyedSingleton KeyedTransient LoadPkcs12 LoadPkcs12Collection
        LoadPkcs12CollectionFromFile LoadPkcs12FromFile MapAreaControllerRoute MapAreaRoute MapControllerRoute MapRoute NetworkCredential OnCompleted
        OpenReadAsync OpenWriteAsync OperationCanceledException PasswordDeriveBytes PasswordPropertyTextAttribute PasswordSignInAsync Pbkdf2 PreAuthenticate
        RemoveAllKeyed ResetPasswordAsync ResolveFieldHandle ResolveMethodHandle Rfc2898DeriveBytes Route RouteBase RunAsync SendAsync
        Serialize ServiceDescriptor SetAuthenticationTokenAsync SetParameterPolicy ShouldSendCredential Start TaskCanceledException TryAddKeyedScoped
        TryAddKeyedSingleton TryAddKeyedTransient TryExportEncryptedPkcs8PrivateKey TryExportEncryptedPkcs8PrivateKeyPem UpdatePasswordHash UploadDataAsync
        UploadFileAsync UploadStringAsync UploadValuesAsync UseHttps ValidateAsync ValidatePasswordAsync ValueTask VerifyChangePhoneNumberTokenAsync
        VerifyHashedPassword VerifyPasswordAsync VerifyTwoFactorTokenAsync VerifyUserTokenAsync WaitForShutdownAsync X509Certificate X509Certificate2
        """;

    /// <summary>Their simple names.</summary>
    public static HashSet<string> TakingCredentials { get; } = [.. Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
