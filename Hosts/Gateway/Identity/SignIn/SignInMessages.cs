using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.SignIn;

/// <summary>A sign-in that the portal begins.</summary>
internal sealed record SignInRequest
{
    /// <summary>The source: vneid, broker.</summary>
    public string? Source { get; init; }

    /// <summary>Where the browser goes afterwards; one of the addresses that are set.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>What the sign-in is bound to: a secret of the person's session at the caller, shown again to fetch the result.</summary>
    public string? Binding { get; init; }

    /// <summary>What the caller wants to have back with the browser.</summary>
    public string? State { get; init; }

    public override string ToString() => $"{nameof(SignInRequest)} with {Source}";
}

/// <summary>Where to send the browser.</summary>
internal sealed record SignInAnswer(string Id, string AuthorizeUrl, DateTimeOffset ExpiresAt);

/// <summary>What the caller fetches with what the browser brought.</summary>
internal sealed record SignInResultRequest
{
    public string? Result { get; init; }

    public string? Binding { get; init; }

    public override string ToString() => nameof(SignInResultRequest);
}

/// <summary>Who it is. For the caller that began the sign-in alone.</summary>
internal sealed record VerificationView
{
    /// <summary>The handle under which filings, hand-overs and prefills speak of it.</summary>
    public required string Verification { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required VerifiedIdentity Identity { get; init; }

    public required PersonAccountView Account { get; init; }

    public static VerificationView Of(Verification verification, PersonAccount account) => new()
    {
        Verification = verification.Id.ToString("N"),
        ExpiresAt = VietnamTime.Local(verification.ExpiresAt),
        Identity = verification.Identity with { VerifiedAt = VietnamTime.Local(verification.Identity.VerifiedAt) },
        Account = new PersonAccountView(account.Id.Value, account.IsNew, account.TechnicalId),
    };

    public override string ToString() => nameof(VerificationView);
}

/// <summary>The person's one account.</summary>
internal sealed record PersonAccountView(string Id, bool IsNew, string? TechnicalId);

/// <summary>How sign-ins are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(SignInResultRequest))]
[JsonSerializable(typeof(VerificationView))]
internal sealed partial class SignInJson : JsonSerializerContext
{
    private static SignInJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static SignInJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
