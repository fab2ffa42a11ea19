namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>Words that need to know when they are said.</summary>
internal static class Fluent
{
    public static TResult Let<T, TResult>(this T value, Func<T, TResult> with) => with(value);
}
