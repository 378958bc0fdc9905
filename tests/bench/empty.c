/* The cost to start a program: it is linked to the same libraries and does nothing. */
int main(void) {
    return 0;
}
