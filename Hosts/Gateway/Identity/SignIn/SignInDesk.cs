using DichVuCong.Contracts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Identity.Settings;
using DichVuCong.Identity.Sources;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.SignIn;

/// <summary>Begins sign-ins for the portal and the coordination system, and tells them who came (A9.1).</summary>
internal sealed class SignInDesk(
    IdentitySources sources, IdentitySettings settings, SignInStore signIns, VerificationStore verifications, PersonAccounts persons, TimeProvider time)
{
    private const int LeastBinding = 16;

    public async Task<IResult> BeginAsync(Account account, SignInRequest request, CancellationToken cancellationToken)
    {
        if (sources.Find(request.Source?.Trim()) is not { } source)
        {
            return Refusals.Malformed("source", $"Nguồn định danh phải là một trong: {string.Join(", ", sources.All.Select(one => one.Name))}.");
        }

        // Letter by letter: whoever could have another address taken would have people's sign-ins sent to himself.
        if (request.ReturnTo is not { } returnTo || !settings.SignIn.ReturnAddresses.Contains(returnTo, StringComparer.Ordinal))
        {
            return Refusals.Malformed("returnTo", "Địa chỉ quay về phải trùng từng ký tự với một địa chỉ đã đăng ký.");
        }

        if (!IsBinding(request.Binding)) return Refusals.Malformed("binding", BindingRule);
        if (request.State is { } callers && !IsPlain(callers)) return Refusals.Malformed("state", $"Tối đa {SecretText.MaxLength} ký tự ASCII in được, không có dấu cách.");
        var now = time.GetUtcNow();
        var state = SecretText.Draw();
        var row = new SignInRow(
            Guid.NewGuid(), source.Name, account.Name, SecretText.HashOf(request.Binding!), returnTo, request.State, now, now + settings.SignIn.StateLifetime);
        await signIns.BeginAsync(SecretText.HashOf(state), row, cancellationToken);
        return Results.Json(
            new SignInAnswer(row.Id.ToString("N"), source.AuthorizeAddress(state).AbsoluteUri, VietnamTime.Local(row.ExpiresAt)),
            SignInJson.Readable.SignInAnswer, statusCode: StatusCodes.Status201Created);
    }

    public async Task<IResult> FetchAsync(Account account, SignInResultRequest request, CancellationToken cancellationToken)
    {
        if (request.Result is not { } result || !IsPlain(result) || result.Length == 0) return Refusals.Malformed("result", "Cần mã kết quả mà trình duyệt mang về.");
        if (!IsBinding(request.Binding)) return Refusals.Malformed("binding", BindingRule);
        var found = await verifications.FetchAsync(
            SecretText.HashOf(result), account.Name, SecretText.HashOf(request.Binding!), time.GetUtcNow(), cancellationToken);
        if (found is null) return Refusals.NotFound("Không có kết quả đăng nhập này, kết quả đã hết hạn, hoặc không thuộc phiên này. Đề nghị đăng nhập lại.");
        var person = await persons.OfAsync(found, cancellationToken);
        return Results.Json(VerificationView.Of(found, person), SignInJson.Readable.VerificationView);
    }

    private static string BindingRule => $"Cần một bí mật của phiên người dùng: từ {LeastBinding} đến {SecretText.MaxLength} ký tự ASCII in được.";

    private static bool IsBinding(string? text) => text is { Length: >= LeastBinding } && IsPlain(text);

    private static bool IsPlain(string text) => text.Length <= SecretText.MaxLength && text.All(letter => letter is > ' ' and < '\u007F');
}
