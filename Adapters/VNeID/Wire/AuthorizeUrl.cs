using System.Text;

namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>The address of a source's sign-in page with its parameters.</summary>
internal static class AuthorizeUrl
{
    /// <summary>Puts it together; a parameter without a value is left out.</summary>
    public static Uri Of(Uri page, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(page.GetLeftPart(UriPartial.Path));
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(text.ToString());
    }
}
