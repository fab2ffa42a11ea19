namespace DichVuCong.Operations.Access;

/// <summary>The names under which a form, or a script, sends the anti-forgery token.</summary>
public static class AntiForgery
{
    /// <summary>The hidden field.</summary>
    public const string Field = "_token";

    /// <summary>The header.</summary>
    public const string Header = "X-DVC-Token";
}
