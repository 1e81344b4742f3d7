using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard.Guards;

/// <summary>
/// Proves that a form was served by us: a hidden field must be the keyed hash of a cookie that other sites can neither read nor send.
/// Whoever starts the worker anew gets a new key, and open forms must be loaded again.
/// </summary>
internal sealed class FormToken
{
    /// <summary>The hidden field's name.</summary>
    public const string Field = "form-token";

    private const string Cookie = "secretsaudit-form";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The hidden field for a page; sets the cookie it goes with.</summary>
    public Markup Issue(HttpContext context)
    {
        var cookie = context.Request.Cookies[Cookie] is { Length: 32 } present ? present : RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Response.Cookies.Append(Cookie, cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return Markup.Html($"""<input type="hidden" name="{Field}" value="{Sign(cookie)}">""");
    }

    /// <summary>Whether a posted form is ours.</summary>
    public async Task<bool> IsOursAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.Cookies[Cookie] is not { Length: 32 } cookie || !ComesFromHere(request))
            return false;

        var form = await request.ReadFormAsync(context.RequestAborted);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(cookie)), Encoding.ASCII.GetBytes(form[Field].ToString()));
    }

    // Every browser of today sends these with a form; a client that sends neither must still know the field.
    private static bool ComesFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" && (origin == "" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value));
    }

    private string Sign(string cookie) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(cookie)));
}
