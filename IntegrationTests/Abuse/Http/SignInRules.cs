using System.Text;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>What the browser of somebody who signs in may be answered.</summary>
internal static class SignInRules
{
    /// <summary>The rule that an answer breaks; null when it breaks none.</summary>
    public static string? Broken(RawAnswer answer)
    {
        if (answer.Status == 302)
        {
            return Uri.TryCreate(answer["location"], UriKind.Absolute, out var on) && on.AbsolutePath == "/portal/signed-in" && IsSilent(answer["location"]) ? null : "a way on that leads elsewhere";
        }

        if (answer.Status is not (400 or 409 or 410)) return $"a page of status {answer.Status}";
        var text = Encoding.UTF8.GetString(answer.Body);
        if (!answer["content-type"].StartsWith("text/html", StringComparison.Ordinal) || !text.StartsWith("<!doctype html>", StringComparison.Ordinal)) return "a page that is no HTML";
        return IsSilent(text) ? null : "a page that repeats what was sent";
    }

    private static bool IsSilent(string text) => !text.Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase);
}
