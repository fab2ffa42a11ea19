using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts;

/// <summary>An e-mail address. Personal data: masked wherever it is shown.</summary>
[JsonConverter(typeof(TextConverter<EmailAddress>))]
public sealed partial record EmailAddress : IText<EmailAddress>
{
    private readonly string _value;

    private EmailAddress(string value) => _value = value;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out EmailAddress value)
    {
        var trimmed = text?.Trim();
        value = trimmed is { Length: <= 100 } && Pattern().IsMatch(trimmed) ? new EmailAddress(trimmed) : null;
        return value is not null;
    }

    /// <summary>The open address, for the mail's envelope only.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public string ToWire() => _value;

    /// <inheritdoc/>
    public override string ToString() => "***" + _value[_value.IndexOf('@', StringComparison.Ordinal)..];

    // No spaces, quotes, control characters or line breaks: nothing that could end a header of a mail.
    [GeneratedRegex(@"^[A-Za-z0-9._%+\-']{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?\.[A-Za-z]{2,24}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
