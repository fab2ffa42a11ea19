namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>The token that was given for a code. It never shows itself.</summary>
/// <param name="AccessToken">The token.</param>
internal sealed record TokenReply(string AccessToken)
{
    private const int Longest = 16 * 1024;

    /// <summary>Reads it; null when there is none that can be a bearer token.</summary>
    public static TokenReply? Of(ClaimSet claims)
    {
        var type = claims.Text("token_type");
        if (type is not null && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return null;
        return claims.Text("access_token") is { Length: <= Longest } token && token.All(letter => letter is > ' ' and < '\u007F') ? new TokenReply(token) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(TokenReply);
}
